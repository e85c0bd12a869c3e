import alarm from './en/alarm.json' with { type: 'json' }
import sources from './en/sources.json' with { type: 'json' }

/** What only the screen of the sources says: loaded with it. */
export default { alarm, sources }
