// A process of its own that cuts one story.
import { cutStory, type Seen, type Task } from './cut-story.ts'

export type FromStory = { progress: string } | { seen: Seen }

const undos: (() => void)[] = []
process.once('exit', () => {
  for (const undo of undos.toReversed()) undo()
})
process.once('disconnect', () => process.exit(1))
process.once('message', async (task: Task) => {
  const progress = (words: string) => void process.send!({ progress: words } satisfies FromStory)
  const seen = await cutStory(task, { atEnd: (undo) => void undos.push(undo), progress })
  process.send!({ seen } satisfies FromStory, () => process.exit())
})
