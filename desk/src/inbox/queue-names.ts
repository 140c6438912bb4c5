import {
  AtSign,
  CheckCheck,
  Clock,
  EyeOff,
  Hash,
  Hourglass,
  Inbox,
  type LucideIcon,
  MessagesSquare,
  User,
  Users,
} from 'lucide-react';
import type { Queue } from '../api/conversation-lists.ts';
import { say } from '../words/say.tsx';

export const queueIcons: Record<Queue, LucideIcon> = {
  mine: User,
  unassigned: Inbox,
  everyone: Users,
  mentions: AtSign,
  snoozed: Clock,
  waiting: Hourglass,
  resolved: CheckCheck,
  hidden: EyeOff,
  team: Hash,
  all: MessagesSquare,
};

const names: Record<Queue, () => string> = {
  mine: () => say('work.mine'),
  unassigned: () => say('work.unassigned'),
  everyone: () => say('work.everyone'),
  mentions: () => say('work.mentions'),
  snoozed: () => say('work.snoozedQueue'),
  waiting: () => say('work.waiting'),
  resolved: () => say('work.resolvedQueue'),
  hidden: () => say('work.hidden'),
  team: () => say('work.team'),
  all: () => say('work.all'),
};

export function queueName(queue: Queue): string {
  return names[queue]();
}
