/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javax.persistence.LockModeType;
import org.hibernate.Session;

/**
 * Locks rows that were found before, by their primary key. To search and lock at once would lock the gaps between the rows as well:
 * in MariaDB's default isolation two transactions that both found none, and then both insert, wait for each other until one is
 * rolled back (MariaDB documentation, InnoDB lock modes: gap locks).
 */
public final class RowLocks {

    private RowLocks() {}

    /** The rows with these ids as they are now, in the order of their ids, locked until the transaction ends. */
    public static <T> List<T> byId(Session session, Class<T> type, Collection<Long> ids) {
        List<T> locked = new ArrayList<>();
        for (Long id : new TreeSet<>(ids)) {
            T row = session.find(type, id);
            if (row != null) {
                session.refresh(row, LockModeType.PESSIMISTIC_WRITE); // the session may hold it as it was
                locked.add(row);
            }
        }
        return locked;
    }
}
