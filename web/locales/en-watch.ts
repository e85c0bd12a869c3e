import watch from './en/watch.json' with { type: 'json' }

/** What the page of a link says. */
export default { watch }
