/** What surrounds every page: bar, menu, notices, the dialogs of the gate, the palette. */
import { Box } from '@mui/material';
import { Suspense, type ReactNode } from 'react';
import { CheckForApplicationUpdate, Layout as RaLayout, type LayoutProps } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { Live } from '../api/live.js';
import { Gate } from '../sign-in/gate.js';
import { Bar } from './bar.js';
import { Choices } from './choices.js';
import { Connection } from './connection.js';
import { Failure } from './failure.js';
import { pageOf, useFocus } from './focus.js';
import { Loading } from './loading.js';
import { Menu } from './menu.js';
import { Palette } from './palette.js';
import { Sidebar } from './sidebar.js';

export function Layout({ children, ...props }: LayoutProps): ReactNode {
  const { pathname } = useLocation();
  const page = pageOf(pathname);
  useFocus(page);
  return (
    <Live>
      <RaLayout {...props} appBar={Bar} menu={Menu} sidebar={Sidebar} error={Failure} sx={{ minWidth: 0, '& .RaLayout-content': { p: { xs: 1.5, sm: 3 }, minWidth: 0, outline: 'none', scrollMarginTop: 64 } }}>
        <Connection />
        {/* Where one goes shows at once that it is coming; without the key the page before it would stay until it is there. */}
        <Suspense key={page} fallback={<Loading />}>
          <Box sx={{ maxWidth: 1320, width: '100%', mx: 'auto', minWidth: 0 }}>{children}</Box>
        </Suspense>
      </RaLayout>
      <Gate />
      <Choices />
      <Palette />
      <CheckForApplicationUpdate url="/build.txt" interval={600_000} />
    </Live>
  );
}
