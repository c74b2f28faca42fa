#pragma once

#include <QByteArray>
#include <QString>

namespace rayhelm {

/// A password, passphrase or token. It cannot be printed, compared in logs or converted by accident, cannot be copied
/// by accident, and its bytes are overwritten when it goes (best effort: widgets keep copies of their own).
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes);
    explicit Secret(const QString &text);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    /// A second holder, said in so many words.
    Secret clone() const;
    bool isEmpty() const { return m_bytes.isEmpty(); }
    /// The bytes, to be handed to a pipe, a keychain or a header and not kept.
    const QByteArray &reveal() const { return m_bytes; }

private:
    void wipe();

    QByteArray m_bytes;
};

} // namespace rayhelm
