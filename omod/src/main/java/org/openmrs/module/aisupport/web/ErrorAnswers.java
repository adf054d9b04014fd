/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openmrs.module.aisupport.audit.seal.VerificationUnderWayException;
import org.openmrs.module.aisupport.consent.ConsentChangedException;
import org.openmrs.module.aisupport.consent.ConsentMissingException;
import org.openmrs.module.aisupport.platform.AccessRefusals;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.openmrs.module.aisupport.report.PrinterBusyException;
import org.openmrs.module.aisupport.suggestion.AlreadyDecidedException;
import org.openmrs.module.aisupport.suggestion.IllegalTransitionException;
import org.openmrs.module.aisupport.suggestion.NotAProviderException;
import org.openmrs.module.aisupport.suggestion.RunUnderWayException;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.openmrs.module.aisupport.validation.MisconfiguredException;
import org.openmrs.module.aisupport.validation.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/** Which failure is answered how. What nobody thought of is a 500 with a number to find it by in the log, and nothing more. */
@Component("aisupport.errorAnswers")
class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private final AccessRefusals refusals;
    private final CurrentUser user;

    ErrorAnswers(AccessRefusals refusals, CurrentUser user) {
        this.refusals = refusals;
        this.user = user;
    }

    ErrorAnswer of(Exception thrown) {
        if (thrown instanceof Requests.NotLoggedInException || refusals.isRefusal(thrown)) {
            return refused();
        }
        if (thrown instanceof InvalidRequestException invalid) {
            return new ErrorAnswer(
                    400,
                    "BAD_REQUEST",
                    "The request can't be carried out as it stands.",
                    "Mend the fields that fieldErrors names. Nothing was saved.",
                    invalid.problems(),
                    Map.of());
        }
        if (thrown instanceof NotFoundException) {
            return ErrorAnswer.of(404, "NOT_FOUND", thrown.getMessage(), "Check the uuid.");
        }
        if (thrown instanceof MisconfiguredException) {
            return ErrorAnswer.of(
                    503,
                    "NOT_CONFIGURED",
                    thrown.getMessage(),
                    "Tell your administrator: the status page of AI support says what to mend.");
        }
        if (thrown instanceof PrinterBusyException) {
            return ErrorAnswer.of(
                    503,
                    "PRINTER_BUSY",
                    thrown.getMessage(),
                    "Try again in a minute, or open the report as a page, which needs no turn.");
        }
        return decision(thrown).or(() -> protocol(thrown)).orElseGet(() -> unforeseen(thrown));
    }

    private ErrorAnswer refused() {
        return user.actor().isEmpty()
                ? ErrorAnswer.of(401, "NOT_AUTHENTICATED", "Nobody is logged in.", "Log in and try again.")
                : ErrorAnswer.of(
                        403,
                        "NOT_AUTHORIZED",
                        "Your account may not do this.",
                        "Ask your administrator for the privilege. The API's description names it for each call.");
    }

    private static Optional<ErrorAnswer> decision(Exception thrown) {
        if (thrown instanceof ConsentMissingException missing) {
            return Optional.of(ErrorAnswer.of(
                    403,
                    "CONSENT_" + missing.reason(),
                    missing.getMessage(),
                    "Ask the patient, and record what they say."));
        }
        if (thrown instanceof ConsentChangedException) {
            return Optional.of(ErrorAnswer.of(
                    409, "CONSENT_CHANGED", thrown.getMessage(), "Read what stands now, and ask the patient."));
        }
        if (thrown instanceof NotAProviderException) {
            return Optional.of(ErrorAnswer.of(403, "NOT_A_PROVIDER", thrown.getMessage(), ""));
        }
        if (thrown instanceof AlreadyDecidedException decided) {
            return Optional.of(new ErrorAnswer(
                    409,
                    "CONFLICT",
                    decided.getMessage(),
                    "What stands is given with this answer.",
                    Map.of(),
                    Map.of("standing", SuggestionJson.of(decided.standing()))));
        }
        if (thrown instanceof RunUnderWayException underWay) {
            String run = underWay.runUuid();
            return Optional.of(new ErrorAnswer(
                    409,
                    "RUN_UNDER_WAY",
                    underWay.getMessage(),
                    "Follow that run. What you changed since it began it may not have read: then ask again once it is over.",
                    Map.of(),
                    Map.of(
                            "run",
                            new JsonObject()
                                    .with("uuid", run)
                                    .with("links", Links.self("run/" + run))
                                    .asMap())));
        }
        if (thrown instanceof VerificationUnderWayException) {
            return Optional.of(ErrorAnswer.of(
                    409,
                    "VERIFICATION_UNDER_WAY",
                    thrown.getMessage(),
                    "Wait until it has ended, and send the head again."));
        }
        if (thrown instanceof IllegalTransitionException) {
            return Optional.of(ErrorAnswer.of(409, "CONFLICT", thrown.getMessage(), ""));
        }
        return Optional.empty();
    }

    private static Optional<ErrorAnswer> protocol(Exception thrown) {
        if (thrown instanceof HttpRequestMethodNotSupportedException) {
            return Optional.of(ErrorAnswer.of(
                    405,
                    "METHOD_NOT_ALLOWED",
                    "This method does nothing here.",
                    "The Allow header names those that do."));
        }
        if (thrown instanceof HttpMediaTypeNotSupportedException) {
            return Optional.of(ErrorAnswer.of(
                    415, "UNSUPPORTED_MEDIA_TYPE", "Only JSON is read here.", "Send Content-Type: application/json."));
        }
        if (thrown instanceof HttpMediaTypeNotAcceptableException unacceptable
                && unacceptable.getSupportedMediaTypes().contains(MediaType.APPLICATION_PDF)) {
            return Optional.of(ErrorAnswer.of(
                    406,
                    "NOT_ACCEPTABLE",
                    "A page or a PDF is answered here.",
                    "Send Accept: text/html or Accept: application/pdf."));
        }
        if (thrown instanceof HttpMediaTypeNotAcceptableException) {
            return Optional.of(ErrorAnswer.of(
                    406, "NOT_ACCEPTABLE", "Only JSON is answered here.", "Send Accept: application/json."));
        }
        if (thrown instanceof Requests.BodyTooLargeException) {
            return Optional.of(ErrorAnswer.of(
                    413, "TOO_LARGE", "The body is too large.", "Send at most " + Requests.LARGEST_BODY + " bytes."));
        }
        return Optional.empty();
    }

    private static ErrorAnswer unforeseen(Exception thrown) {
        String incident = UUID.randomUUID().toString();
        LOG.error("event=incident incident={}", incident, thrown);
        return ErrorAnswer.of(
                500,
                "INTERNAL",
                "Something went wrong on the server.",
                "Tell your administrator the number " + incident + ".");
    }
}
