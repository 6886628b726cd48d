/** Whether passages in the other language are found too: with the rest, not, or nothing else. */
export const CROSS = ['auto', 'off', 'only'] as const
export type Cross = (typeof CROSS)[number]
