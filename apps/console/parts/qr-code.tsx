import { QRCodeSVG } from 'qrcode.react';
import type { ReactNode } from 'react';

/** Black on white in either theme: readers expect it. */
export function QrCode({ text, size }: { text: string; size: number }): ReactNode {
  return <QRCodeSVG value={text} size={size} bgColor="#fff" fgColor="#000" role="img" aria-label="QR code" />;
}
