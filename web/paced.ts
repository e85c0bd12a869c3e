export interface Paced {
  run: () => void
  stop: () => void
}

/**
 * Runs something at once, then at most once in so many ms and never twice at the same time; who asks meanwhile is
 * served by one more run afterwards.
 */
export function paced(run: () => Promise<unknown>, everyMs: number): Paced {
  let isBusy = false
  let isWanted = false
  let isStopped = false

  async function go() {
    isBusy = true
    isWanted = false
    await Promise.all([run(), new Promise((resolve) => setTimeout(resolve, everyMs))])
    isBusy = false
    if (isWanted && !isStopped) go()
  }

  return {
    run: () => {
      isWanted = true
      if (!isBusy && !isStopped) go()
    },
    stop: () => {
      isStopped = true
    },
  }
}
