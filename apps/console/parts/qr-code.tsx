import { Box } from '@mui/material';
import { lazy, Suspense, type ReactNode } from 'react';

// Few pages show one.
const QRCodeSVG = lazy(async () => ({ default: (await import('qrcode.react')).QRCodeSVG }));

/** Black on white in either theme: readers expect it. */
export function QrCode({ text, size }: { text: string; size: number }): ReactNode {
  return (
    <Suspense fallback={<Box sx={{ width: size, height: size, bgcolor: '#fff' }} />}>
      <QRCodeSVG value={text} size={size} bgColor="#fff" fgColor="#000" role="img" aria-label="QR code" />
    </Suspense>
  );
}
