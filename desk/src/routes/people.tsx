// People, and one of them.

import { createRoute } from '@tanstack/react-router';
import { readSearch } from '../people/people-query.ts';
import { deskRoute, screen } from './root.tsx';

const PeopleScreen = screen(() => import('../people/people-screen.tsx'), 'PeopleScreen');

const PersonScreen = screen(() => import('../people/person-screen.tsx'), 'PersonScreen');

export const peopleRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/people',
  staticData: { needs: 'contacts:read' },
  validateSearch: readSearch,
  component: function People() {
    return <PeopleScreen search={peopleRoute.useSearch()} />;
  },
});

export const personRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/people/$contactId',
  staticData: { needs: 'contacts:read' },
  component: function Person() {
    const { contactId } = personRoute.useParams();
    return <PersonScreen key={contactId} contactId={contactId} />;
  },
});
