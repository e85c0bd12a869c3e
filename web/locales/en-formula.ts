import conditions from './en/conditions.json' with { type: 'json' }
import formula from './en/formula.json' with { type: 'json' }

/** What only the screens of the formula say: loaded with them. */
export default { conditions, formula }
