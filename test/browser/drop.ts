import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { temporaryFolder } from '../process/running.ts'

/** Drags a file from a folder onto an element and lets go, as the system's file manager does. */
export async function dropFile(onto: Locator, name: string, bytes: Uint8Array | string): Promise<void> {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, bytes)
  const { x, y, width, height } = (await onto.boundingBox())!
  const place = { x: x + width / 2, y: y + height / 2 }
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  const mouse = await onto.page().context().newCDPSession(onto.page())
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await mouse.send('Input.dispatchDragEvent', { type, ...place, data })
  await mouse.detach()
}
