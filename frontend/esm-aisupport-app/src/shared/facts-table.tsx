import React, { useId } from 'react';
import {
  Heading,
  Section,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@carbon/react';
import { useLayoutType } from '@openmrs/esm-framework';
import styles from './facts-table.module.scss';

/** Carbon hands it on; its types don't know. */
const AS_TABLE = { role: 'table' };

interface FactsTableProps {
  readonly title: string;
  readonly description?: string;
  readonly headers: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly React.ReactNode[] }[];
  /** Said in the table's place when there are no rows. */
  readonly empty: string;
}

/** A table to read. A narrow screen shows a row's cells below each other; the roles keep it a table there. */
export function FactsTable({ title, description, headers, rows, empty }: FactsTableProps): React.JSX.Element {
  const id = useId();
  const size = useLayoutType() === 'tablet' ? 'lg' : 'md';
  return (
    <Section className={styles.section}>
      <Heading id={id}>{title}</Heading>
      {description && <p>{description}</p>}
      {rows.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <div className={styles.scroll} role="region" aria-labelledby={id} tabIndex={0}>
          <Table {...AS_TABLE} aria-labelledby={id} size={size} useZebraStyles>
            <TableHead role="rowgroup">
              <TableRow role="row">
                {headers.map((header) => (
                  <TableHeader key={header} role="columnheader">
                    {header}
                  </TableHeader>
                ))}
              </TableRow>
            </TableHead>
            <TableBody role="rowgroup">
              {rows.map(({ key, cells }) => (
                <TableRow key={key} role="row">
                  {cells.map((cell, column) => (
                    <TableCell key={headers[column]} role="cell" data-header={headers[column]}>
                      {cell}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </Section>
  );
}
