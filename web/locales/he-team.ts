import log from './he/log.json' with { type: 'json' }
import team from './he/team.json' with { type: 'json' }

export default { team, log }
