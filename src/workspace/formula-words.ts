import { catalogue } from '../domain/words.ts'

/** Why a draft is not stored, signed or published. Times are ISO UTC. */
export const formula = catalogue('formula', {
  noDraft: 'There is no draft of the model.',
  gone: 'The draft is gone: {by} published it or threw it away at {at}. Load the model again.',
  changed: 'The draft was changed by {by} at {at} and is now revision {revision}. Load it again.',
  begun: '{by} began a draft at {at}; it is revision {revision}. Load it first.',
  someone: 'somebody',
  otherSide: 'Somebody with your role does not sign for {side}.',
  marketing: 'marketing',
  sales: 'sales',
  bothSides: '{name} has signed for {side} already. The other side takes another person.',
  signedBefore: '{name} has signed for {side} already.',
  nameMissing: 'Say in whose name this is signed.',
  nameKnown: 'You are signed in, so you sign in your own name.',
  unsigned: 'The draft is not signed by {side} yet.',
  unsignedBoth: 'The draft is signed neither by marketing nor by sales yet.',
  redTests: 'Tests inside the model are red: {names}. Run them, and change the model or what they expect.',
  inForce: 'Version {version} is in force already.',
})
