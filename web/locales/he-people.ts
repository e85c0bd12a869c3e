import people from './he/people.json' with { type: 'json' }

/** What only this screen says: loaded with it. */
export default { people }
