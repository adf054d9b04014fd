/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks people up who log in. */
public final class Accounts {

    private static final String AUTHENTICATED = "Authenticated";
    private static final String ANONYMOUS = "Anonymous";
    private static final String INHERITED =
            "WITH RECURSIVE held (role) AS (SELECT role FROM user_role WHERE user_id = ?"
                    + " UNION SELECT parent_role FROM role_role JOIN held ON child_role = held.role) SELECT role FROM held ORDER BY role";

    private final JdbcTemplate jdbc;

    public Accounts(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** The account, if that is its password. The name may be the user name or the system id, as in OpenMRS. */
    public Optional<Account> authenticate(String name, String password) {
        return jdbc
                .query(
                        "SELECT u.user_id, l.salt, l.hash FROM users u JOIN sandbox_login l ON l.user_id = u.user_id"
                                + " WHERE u.retired = FALSE AND (u.username = ? OR u.system_id = ?)",
                        (row, index) -> new Login(row.getInt(1), new PasswordHash(row.getString(2), row.getString(3))),
                        name,
                        name)
                .stream()
                .filter(login -> login.hash().matches(password))
                .findFirst()
                .flatMap(login -> byId(login.userId()));
    }

    public Optional<Account> byId(int userId) {
        return find("u.user_id = ?", userId);
    }

    public Optional<Account> byUuid(String uuid) {
        return find("u.uuid = ?", uuid);
    }

    /** The UUID of the location where the user works, as long as nobody says otherwise. */
    public Optional<String> defaultLocation(int userId) {
        return jdbc
                .queryForList(
                        "SELECT property_value FROM user_property WHERE user_id = ? AND property = 'defaultLocation'",
                        String.class,
                        userId)
                .stream()
                .findFirst();
    }

    /** What may be done without logging in. */
    public Set<String> anonymousPrivileges() {
        return privilegesOf(List.of(ANONYMOUS));
    }

    private Optional<Account> find(String condition, Object key) {
        return jdbc
                .query(
                        "SELECT u.user_id, u.uuid, u.username, u.system_id, p.person_id, p.uuid FROM users u"
                                + " JOIN person p ON p.person_id = u.person_id WHERE u.retired = FALSE AND "
                                + condition,
                        (row, index) -> account(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5),
                                row.getString(6)),
                        key)
                .stream()
                .findFirst();
    }

    private Account account(
            int userId, String uuid, String username, String systemId, int personId, String personUuid) {
        List<String> roles = jdbc.queryForList(INHERITED, String.class, userId);
        Set<String> privileges = new HashSet<>(privilegesOf(roles));
        privileges.addAll(privilegesOf(List.of(AUTHENTICATED, ANONYMOUS)));
        return new Account(userId, uuid, username, systemId, personId, personUuid, roles, privileges);
    }

    private Set<String> privilegesOf(List<String> roles) {
        Set<String> privileges = new HashSet<>();
        for (String role : roles) {
            privileges.addAll(
                    jdbc.queryForList("SELECT privilege FROM role_privilege WHERE role = ?", String.class, role));
        }
        return privileges;
    }

    private record Login(int userId, PasswordHash hash) {}
}
