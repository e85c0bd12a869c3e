import questions from './he/questions.json' with { type: 'json' }

/** What only this screen says: loaded with it. */
export default { questions }
