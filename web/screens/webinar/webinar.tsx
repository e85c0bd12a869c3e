export default function Webinar({ id }: { id: string }) {
  return <h1>{id}</h1>
}
