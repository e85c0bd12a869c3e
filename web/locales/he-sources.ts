import alarm from './he/alarm.json' with { type: 'json' }
import sources from './he/sources.json' with { type: 'json' }

export default { alarm, sources }
