/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who is behind a session: nobody yet, or an account; its language and place; and privileges lent to it for a moment. */
public final class UserContext {

    private final List<String> proxies = new CopyOnWriteArrayList<>();
    private volatile Account account;
    private volatile Set<String> anonymous = Set.of();
    private volatile Locale locale = Locale.UK;
    private volatile String locationUuid;

    public Optional<Account> account() {
        return Optional.ofNullable(account);
    }

    public void logIn(Account loggedIn) {
        account = loggedIn;
    }

    public void logOut() {
        account = null;
        locationUuid = null;
        proxies.clear();
    }

    /** Roles may have changed since the last request. */
    public void refresh(Accounts accounts) {
        if (account == null) {
            anonymous = accounts.anonymousPrivileges();
        } else {
            account = accounts.byId(account.userId()).orElse(null);
        }
    }

    public Locale locale() {
        return locale;
    }

    public void useLocale(Locale chosen) {
        locale = chosen;
    }

    /** Where the work is done, once somebody said so. */
    public Optional<String> locationUuid() {
        return Optional.ofNullable(locationUuid);
    }

    public void useLocation(String uuid) {
        locationUuid = uuid;
    }

    boolean has(String privilege) {
        return proxies.contains(privilege)
                || account().map(user -> user.has(privilege)).orElseGet(() -> anonymous.contains(privilege));
    }

    void lend(String privilege) {
        proxies.add(privilege);
    }

    void takeBack(String privilege) {
        proxies.remove(privilege);
    }
}
