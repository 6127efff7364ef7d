/** This machine itself, where what is sent crosses no network. */

/** Whether the host of an address (IPv6 with or without its brackets) is this machine. Other names are not looked up. */
export function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}
