/** Who asks for the head alone reads no rows, and the list must not wait for them. */
export async function asAsked(method: string, file: Response): Promise<Response> {
  if (method === 'HEAD') await file.body?.cancel()
  return method === 'HEAD' ? new Response(null, { headers: file.headers }) : file
}
