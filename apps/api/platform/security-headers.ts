/** What helmet sets depends on nothing in a request, so it is asked once: for pages everything, for data what protects data. */
import helmet, { type HelmetOptions } from 'helmet';

const PAGE = {
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  // The style sheet of the documentation holds its arrows and locks.
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  scriptSrcAttr: ["'none'"],
};

/** No page of ours uses any of these. */
const PERMISSIONS = ['accelerometer', 'autoplay', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock', 'usb'];

export const headersOfPages = headersOf(
  { contentSecurityPolicy: { useDefaults: false, directives: PAGE }, xFrameOptions: { action: 'deny' } },
  { 'permissions-policy': PERMISSIONS.map((name) => `${name}=()`).join(', ') },
);

/** The policy of a page whose styles carry a nonce. */
export function pagePolicy(nonce: string): string {
  return headersOf({ contentSecurityPolicy: { useDefaults: false, directives: { ...PAGE, styleSrc: ["'self'", `'nonce-${nonce}'`] } } }, {})['content-security-policy'] as string;
}

export const headersOfData = headersOf(
  {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    xFrameOptions: { action: 'deny' },
    // These tell a browser how to show a document, which JSON is not.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  },
  // Nothing of it stays on a machine that others use after.
  { 'cache-control': 'no-store' },
);

function headersOf(options: HelmetOptions, more: Record<string, string>): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = { setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value), removeHeader: () => undefined };
  helmet(options)({} as never, response as never, () => undefined);
  return { ...headers, ...more };
}
