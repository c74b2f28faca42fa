// The program that ssh starts to ask for a password, a code or a trusted host key. It holds no logic: it hands the prompt to
// the application over a private socket and prints the answer. Plain POSIX, so that it starts in a millisecond.

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

constexpr std::size_t longestText = 16 * 1024;

/// A crash must not write the answer to a file, and no other program of the user may read it from our memory.
void keepMemoryPrivate()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
}

std::string variable(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

int connectTo(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path)
        return -1;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket >= 0 && ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return socket;
    return -1;
}

bool writeAll(int descriptor, const std::string &text)
{
    std::size_t written = 0;
    while (written < text.size()) {
        const ssize_t count = ::write(descriptor, text.data() + written, text.size() - written);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        written += static_cast<std::size_t>(count);
    }
    return true;
}

std::string readAll(int descriptor)
{
    std::string text;
    char buffer[1024];
    for (;;) {
        const ssize_t count = ::read(descriptor, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        text.append(buffer, static_cast<std::size_t>(count));
    }
    explicit_bzero(buffer, sizeof buffer);
    return text;
}

std::string message(const std::string &prompt)
{
    const std::string hint = variable("SSH_ASKPASS_PROMPT").substr(0, longestText);
    const std::string shown = prompt.substr(0, longestText);
    return "RAYHELM1 " + variable("RAYHELM_ASKPASS_TOKEN") + " " + std::to_string(::getppid()) + " "
        + std::to_string(hint.size()) + " " + std::to_string(shown.size()) + "\n" + hint + shown;
}

} // namespace

int main(int argc, char **argv)
{
    keepMemoryPrivate();
    const int socket = connectTo(variable("RAYHELM_ASKPASS_SOCKET"));
    if (socket < 0 || !writeAll(socket, message(argc > 1 ? argv[1] : "")))
        return 1;
    std::string answer = readAll(socket);
    // The first byte tells an empty answer from none.
    if (answer.empty() || answer.front() != 'A')
        return 1;
    const bool printed = writeAll(STDOUT_FILENO, answer.substr(1) + "\n");
    explicit_bzero(answer.data(), answer.size());
    return printed ? 0 : 1;
}
