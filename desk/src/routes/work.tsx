// Everything else that has a place of its own on the rail.

import { createRoute } from '@tanstack/react-router';
import { deskRoute, screen } from './root.tsx';

const ParkedScreen = screen(() => import('../parked/parked-screen.tsx'), 'ParkedScreen');

const ReviewsScreen = screen(() => import('../reviews/reviews-screen.tsx'), 'ReviewsScreen');

const BoardScreen = screen(() => import('../boards/board-screen.tsx'), 'BoardScreen');

const ReportsScreen = screen(() => import('../boards/reports-screen.tsx'), 'ReportsScreen');

const TemplatesScreen = screen(() => import('../templates/templates-screen.tsx'), 'TemplatesScreen');

const CampaignsScreen = screen(() => import('../campaigns/campaigns-screen.tsx'), 'CampaignsScreen');

const CampaignScreen = screen(() => import('../campaigns/campaign-screen.tsx'), 'CampaignScreen');

export const templatesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/templates',
  staticData: { needs: 'templates:read' },
  component: TemplatesScreen,
});

export const campaignsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/campaigns',
  staticData: { needs: 'campaigns:read' },
  component: CampaignsScreen,
});

export const campaignRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/campaigns/$campaignId',
  staticData: { needs: 'campaigns:read' },
  component: CampaignScreen,
});

export const privacyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/privacy',
  staticData: { needs: 'privacy:read' },
  component: screen(() => import('../privacy/privacy-screen.tsx'), 'PrivacyScreen'),
});

export const newPrivacyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/privacy/new',
  staticData: { needs: 'privacy:read' },
  component: screen(() => import('../privacy/new-request-screen.tsx'), 'NewRequestScreen'),
});

const PrivacyRequestScreen = screen(() => import('../privacy/request-screen.tsx'), 'RequestScreen');

export const privacyRequestRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/privacy/$requestId',
  staticData: { needs: 'privacy:read' },
  component: function PrivacyRequest() {
    const { requestId } = privacyRequestRoute.useParams();
    return <PrivacyRequestScreen key={requestId} requestId={requestId} />;
  },
});

export const boardRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/board',
  staticData: { needs: 'reports:read' },
  component: BoardScreen,
});

export const reportsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/reports',
  staticData: { needs: 'reports:read' },
  component: ReportsScreen,
});

export const parkedRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/parked',
  staticData: { needs: 'parked:read' },
  component: ParkedScreen,
});

export const reviewsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/reviews',
  staticData: { needs: 'reviews:read' },
  validateSearch: (search): { contact?: string } =>
    typeof search.contact === 'string' ? { contact: search.contact } : {},
  component: function Reviews() {
    return <ReviewsScreen contactId={reviewsRoute.useSearch().contact} />;
  },
});
