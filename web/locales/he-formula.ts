import conditions from './he/conditions.json' with { type: 'json' }
import formula from './he/formula.json' with { type: 'json' }

/** What only the screens of the formula say: loaded with them. */
export default { conditions, formula }
