/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Names what the JDK's client throws. Its messages are not passed on: some quote what came. */
final class ExchangeFailures {

    private ExchangeFailures() {}

    static ExchangeFailure of(Throwable thrown) {
        if (thrown instanceof HttpConnectTimeoutException
                || thrown instanceof ConnectException
                || thrown instanceof UnresolvedAddressException) {
            return ExchangeFailure.NO_CONNECTION;
        }
        if (thrown instanceof HttpTimeoutException) {
            return ExchangeFailure.TOO_SLOW;
        }
        return isAboutTrust(thrown) ? ExchangeFailure.NOT_TRUSTED : ExchangeFailure.BROKEN;
    }

    private static boolean isAboutTrust(Throwable thrown) {
        return thrown instanceof SSLException || (thrown.getCause() != null && isAboutTrust(thrown.getCause()));
    }
}
