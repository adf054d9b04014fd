/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server on loopback that writes to the wire whatever a test says, byte for byte. The servers and stubs of others mend what they are
 * told to send; here the broken answer is the point.
 */
public final class WireServer implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    /** What is written once the request was read. */
    @FunctionalInterface
    public interface Script {
        void play(Socket socket, OutputStream out) throws Exception;
    }

    /** A request as it came. */
    public record Received(String head, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final ServerSocket server;
    private final boolean secure;
    private volatile Script script;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Semaphore hangUps = new Semaphore(0);

    private WireServer(ServerSocket server, boolean secure, Script script) {
        this.server = server;
        this.secure = secure;
        this.script = script;
        start(this::accept);
    }

    public static WireServer answering(Script script) throws IOException {
        return new WireServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), false, script);
    }

    static WireServer on(ServerSocket server, Script script) {
        return new WireServer(server, true, script);
    }

    /** A whole answer with its length, after which the connection stays open for the next. */
    public static Script json(String body) {
        return answer(200, "Content-Type: application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    public static Script answer(int status, String headers, byte[] body) {
        String head = "HTTP/1.1 " + status + " x\r\n" + (headers.isEmpty() ? "" : headers + "\r\n") + "Content-Length: "
                + body.length + "\r\n\r\n";
        return (socket, out) -> {
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
        };
    }

    /** Exactly these bytes, then silence. */
    static Script raw(String bytes) {
        return (socket, out) -> {
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        };
    }

    static Script closing(Script script) {
        return (socket, out) -> {
            script.play(socket, out);
            socket.close();
        };
    }

    /** Again and again until the other side hangs up. */
    static Script endless(String first, String again) {
        return (socket, out) -> {
            out.write(first.getBytes(StandardCharsets.ISO_8859_1));
            byte[] piece = again.getBytes(StandardCharsets.ISO_8859_1);
            while (true) {
                out.write(piece);
                out.flush();
            }
        };
    }

    public void nowAnswers(Script other) {
        script = other;
    }

    public URI address(String path) {
        String host = server.getInetAddress().getHostAddress();
        return URI.create((secure ? "https://" : "http://") + host + ":" + server.getLocalPort() + path);
    }

    public AllowedHost asAllowed() {
        return AllowedHost.of("inside:" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort());
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** Waits until so many connections were ended by the other side. */
    void awaitHangUps(int connections) throws InterruptedException {
        hangUps.acquire(connections);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void start(Runnable work) {
        Thread thread = new Thread(work, "wire-server");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (readRequest(in)) {
                script.play(socket, socket.getOutputStream());
            }
            hangUps.release();
        } catch (IOException otherSideHungUp) {
            hangUps.release();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        } finally {
            open.remove(socket);
        }
    }

    private boolean readRequest(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(text);
        received.add(new Received(text, in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0)));
        return true;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
