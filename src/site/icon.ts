/** The sign of the site: lines of text, one passage of them marked. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#17555f"/><g fill="none" stroke-linecap="round" stroke-width="3"><path d="M8 9h16M8 23h10" stroke="#9fc6cb"/><path d="M8 16h16" stroke="#ffd75e"/></g></svg>
`
