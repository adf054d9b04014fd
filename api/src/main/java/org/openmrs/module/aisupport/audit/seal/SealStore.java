/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/**
 * Audit and seals as they stand in the tables: read by plain SQL, past every type that a changed value could trip, and without a lock, so
 * that nobody who adds to the audit waits. Each method needs a transaction.
 */
class SealStore {

    /** Which of the two that only one node may do at a time. */
    enum Lock {
        SEALING(1),
        VERIFYING(2);

        private final int id;

        Lock(int id) {
            this.id = id;
        }
    }

    private static final String SEAL = "s.seq, s.audit_id, s.format, s.previous, s.hash, s.key_id";
    private static final int SEAL_COLUMNS = 6;
    private static final String AUDIT = Arrays.stream(AuditColumn.values())
            .map(column -> "a." + column.column())
            .collect(Collectors.joining(", "));

    private final SessionFactory sessions;

    SealStore(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Waits for other nodes, until the transaction ends. It has to come first in a transaction: what is read afterwards is then read as the last one
     * who held it left it (MariaDB and MySQL: the first plain read of a transaction fixes what it sees).
     */
    void lock(Lock lock) {
        List<Integer> locked = rows(
                "select lock_id from aisupport_audit_lock where lock_id = ? for update", row -> row.getInt(1), lock.id);
        if (locked.isEmpty()) {
            throw new IllegalStateException("The table aisupport_audit_lock lacks its row " + lock.id
                    + ". Insert it: (lock_id) values (" + lock.id + ").");
        }
    }

    Optional<Seal> last() {
        return first(
                rows("select " + SEAL + " from aisupport_audit_seal s order by s.seq desc limit 1", SealStore::seal));
    }

    Optional<Seal> at(long seq) {
        return first(rows("select " + SEAL + " from aisupport_audit_seal s where s.seq = ?", SealStore::seal, seq));
    }

    /** The lowest number in the chain, which is 1 unless somebody else put it there. */
    Optional<Seal> first() {
        return first(rows("select " + SEAL + " from aisupport_audit_seal s order by s.seq limit 1", SealStore::seal));
    }

    /**
     * The next of the chain with their rows, by its key and not by counting, so that the last page costs what the first does. Without one
     * before them from the lowest number that is there. The last of a page is read again with the next: where somebody took the table's
     * key away, its number may stand there twice.
     */
    List<SealedRow> after(Optional<Seal> last, int most) {
        List<SealedRow> rows = rows(
                "select " + SEAL + ", " + AUDIT + " from aisupport_audit_seal s left join aisupport_audit a"
                        + " on a.audit_id = s.audit_id where s.seq >= ? order by s.seq limit "
                        + (last.isPresent() ? most + 1 : most),
                SealStore::sealedRow,
                last.map(Seal::seq).orElse(Long.MIN_VALUE));
        boolean again = !rows.isEmpty() && last.equals(Optional.of(rows.get(0).seal()));
        return again ? rows.subList(1, rows.size()) : rows;
    }

    /** Rows of these ids that no seal up to that number is for, by their ids. */
    List<AuditValues> unsealed(IdWindow ids, long sealedUpTo, int most) {
        return rows(
                "select " + AUDIT
                        + " from aisupport_audit a left join aisupport_audit_seal s on s.audit_id = a.audit_id"
                        + " and s.seq <= ? where a.audit_id between ? and ? and s.seq is null order by a.audit_id limit "
                        + most,
                row -> values(row, 1),
                sealedUpTo,
                ids.first(),
                ids.last());
    }

    /** So many ids from the first on that is there and not below that one; empty where there is none. */
    Optional<IdWindow> windowFrom(long id, long size) {
        return number("select min(audit_id) from aisupport_audit where audit_id >= ?", id)
                .map(first -> IdWindow.from(first, size));
    }

    Optional<IdWindow> windowAfter(IdWindow window, long size) {
        return window.last() == Long.MAX_VALUE ? Optional.empty() : windowFrom(window.last() + 1, size);
    }

    /** The ids of so many of the newest rows; empty where there is none. */
    Optional<IdWindow> newest(long rows) {
        return number("select min(n.audit_id) from (select audit_id from aisupport_audit order by audit_id desc limit "
                        + rows + ") n")
                .map(first -> new IdWindow(first, Long.MAX_VALUE));
    }

    Optional<Long> newestSealedAuditId() {
        return number("select max(audit_id) from aisupport_audit_seal");
    }

    boolean hasSealUnder(String keyId) {
        // byte by byte: the column's texts may hold capital letters to be the same as small ones
        return !rows(
                        "select seq from aisupport_audit_seal where cast(key_id as binary) = cast(? as binary) limit 1",
                        row -> row.getLong(1),
                        keyId)
                .isEmpty();
    }

    void add(List<Seal> seals) {
        Session session = sessions.getCurrentSession();
        seals.forEach(seal -> session.save(new AuditSeal(seal)));
        session.flush();
        session.clear();
    }

    private Optional<Long> number(String sql, Object... parameters) {
        return Optional.ofNullable(rows(sql, row -> number(row, 1), parameters).get(0));
    }

    private static <T> Optional<T> first(List<T> found) {
        return found.stream().findFirst();
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong(1), row.getLong(2), row.getInt(3), row.getString(4), row.getString(5), row.getString(6));
    }

    private static SealedRow sealedRow(ResultSet row) throws SQLException {
        AuditValues values = values(row, SEAL_COLUMNS + 1);
        return new SealedRow(
                seal(row), values.get(AuditColumn.AUDIT_ID) == null ? Optional.empty() : Optional.of(values));
    }

    private static AuditValues values(ResultSet row, int first) throws SQLException {
        Object[] values = new Object[AuditColumn.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = AuditColumn.at(i).isNumber() ? number(row, first + i) : row.getString(first + i);
        }
        return new AuditValues(values);
    }

    private static Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, RowReader<T> reader, Object... parameters) {
        return sessions.getCurrentSession().doReturningWork(connection -> rows(connection, sql, reader, parameters));
    }

    private static <T> List<T> rows(Connection connection, String sql, RowReader<T> reader, Object... parameters)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (ResultSet found = query.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(reader.read(found));
                }
                return rows;
            }
        }
    }
}
