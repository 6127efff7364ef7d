/** Everything that answers without a key. All of it stands outside /api/v1; /metrics asks for loopback or a token of its own. */
export const openRoutes = ['/', '/health', '/ready', '/metrics', '/api/openapi.json', '/api/docs'] as const;

export function isOpen(url: string): boolean {
  if (url.startsWith('/api/v1/')) return false;
  const path = url.split('?')[0] as string;
  return path !== '/api/v1' && openRoutes.some((route) => path === route || (route !== '/' && path.startsWith(`${route}/`)));
}
