import log from './en/log.json' with { type: 'json' }
import team from './en/team.json' with { type: 'json' }

/** What the screens of the team and of the log say: loaded with them. */
export default { team, log }
