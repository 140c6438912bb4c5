import { Fragment } from 'react';
import { piecesOf } from './links.ts';

export function MessageText({ text }: { text: string }) {
  return (
    <p dir="auto" className="text-start wrap-anywhere whitespace-pre-wrap">
      {piecesOf(text).map((piece) =>
        piece.href === undefined ? (
          <Fragment key={piece.at}>{piece.text}</Fragment>
        ) : (
          <a
            key={piece.at}
            href={piece.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="font-medium text-accent underline underline-offset-2"
          >
            {piece.text}
          </a>
        ),
      )}
    </p>
  );
}
