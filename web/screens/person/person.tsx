export default function Person({ id }: { id: string }) {
  return <h1>{id}</h1>
}
