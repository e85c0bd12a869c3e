import alerts from './he/alerts.json' with { type: 'json' }
import channels from './he/channels.json' with { type: 'json' }

export default { alerts, channels }
