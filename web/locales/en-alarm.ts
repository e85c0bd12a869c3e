import alarm from './en/alarm.json' with { type: 'json' }

/** What is said only while a source is silent that should speak. */
export default { alarm }
