import refusals from './he/refusals.json' with { type: 'json' }

export default { refusals }
