/** The front sets this header for callers it has let in itself, and takes nobody's word for it from outside. */
export const callerHeader = 'ripen-caller'
