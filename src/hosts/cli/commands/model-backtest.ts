import type { BacktestAnswer, SuggestionAnswer } from '../../../http/workspace/backtest-shape.ts'
import { type Command, workspaceOption } from '../command.ts'
import { modelJob } from '../model-job.ts'
import { backtestInWords, suggestionInWords } from './backtested.ts'

export const modelBacktest: Command = {
  name: 'model backtest',
  words: '[<file>]',
  summary: 'how a formula would have done on deals won and lost; nothing is changed',
  takes: [0, 1],
  options: [
    workspaceOption,
    { name: 'suggest', help: 'suggest points fitted on the past instead; --json prints the draft with them' },
  ],
  async run(given, ripen) {
    if (given.on('suggest')) {
      const suggestion = await modelJob<SuggestionAnswer>(given, ripen, '/model/suggest', 'scoring the past')
      return { json: suggestion, human: suggestionInWords(suggestion) }
    }
    const backtest = await modelJob<BacktestAnswer>(given, ripen, '/model/backtest', 'scoring the past')
    return { json: backtest, human: backtestInWords(backtest) }
  },
}
