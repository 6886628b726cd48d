/** More passages, or rows of them, than this are laid out only when they come near. */
export const MANY = 200
