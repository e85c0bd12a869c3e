import alarm from './he/alarm.json' with { type: 'json' }

export default { alarm }
