import alerts from './en/alerts.json' with { type: 'json' }
import channels from './en/channels.json' with { type: 'json' }

/** What only the screens of alerts and their notifications say: loaded with them. */
export default { alerts, channels }
