import directory1 from '../../../migrations/directory/0001_init.sql'
import directory2 from '../../../migrations/directory/0002_sign_in.sql'
import directory3 from '../../../migrations/directory/0003_team.sql'
import workspace1 from '../../../migrations/workspace/0001_init.sql'
import workspace2 from '../../../migrations/workspace/0002_standings.sql'
import workspace3 from '../../../migrations/workspace/0003_source_seen.sql'
import workspace4 from '../../../migrations/workspace/0004_read_to.sql'
import workspace5 from '../../../migrations/workspace/0005_model_life.sql'
import workspace6 from '../../../migrations/workspace/0006_known_then.sql'
import workspace7 from '../../../migrations/workspace/0007_zoom_whole.sql'
import workspace8 from '../../../migrations/workspace/0008_consent.sql'
import workspace9 from '../../../migrations/workspace/0009_alerts.sql'
import workspace10 from '../../../migrations/workspace/0010_team.sql'
import workspace11 from '../../../migrations/workspace/0011_segments.sql'
import workspace12 from '../../../migrations/workspace/0012_schedules.sql'
import workspace13 from '../../../migrations/workspace/0013_asked_alerts.sql'
import workspace14 from '../../../migrations/workspace/0014_listing.sql'
import type { Migration } from '../../store/migrate.ts'

/** The SQL texts of `migrations/`; a Worker has no folder to look into, so a test looks whether all are here. */
export const migrations: Record<'directory' | 'workspace', Migration[]> = {
  directory: [
    { name: '0001_init', sql: directory1 },
    { name: '0002_sign_in', sql: directory2 },
    { name: '0003_team', sql: directory3 },
  ],
  workspace: [
    { name: '0001_init', sql: workspace1 },
    { name: '0002_standings', sql: workspace2 },
    { name: '0003_source_seen', sql: workspace3 },
    { name: '0004_read_to', sql: workspace4 },
    { name: '0005_model_life', sql: workspace5 },
    { name: '0006_known_then', sql: workspace6 },
    { name: '0007_zoom_whole', sql: workspace7 },
    { name: '0008_consent', sql: workspace8 },
    { name: '0009_alerts', sql: workspace9 },
    { name: '0010_team', sql: workspace10 },
    { name: '0011_segments', sql: workspace11 },
    { name: '0012_schedules', sql: workspace12 },
    { name: '0013_asked_alerts', sql: workspace13 },
    { name: '0014_listing', sql: workspace14 },
  ],
}
