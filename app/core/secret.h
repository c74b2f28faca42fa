#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace rayhelm {

/// Overwrites the bytes and empties the array. Bytes that others hold too are left to them: they are not this holder's to end.
void wipe(QByteArray &bytes);
void wipe(QString &text);

/// A password, passphrase or token. It cannot be printed, compared in logs or converted by accident, cannot be copied by accident,
/// and its bytes, which nobody shares, are overwritten when it goes. Widgets keep copies of their own: see `wipingheap`.
class Secret
{
public:
    Secret() = default;
    /// What is given is overwritten, unless somebody else holds it too.
    explicit Secret(QByteArray bytes);
    explicit Secret(QString text);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    /// A second holder, said in so many words.
    Secret clone() const;
    bool isEmpty() const { return m_size == 0; }
    /// The bytes as long as this object lives, to be handed to a pipe, a keychain or a header. Whoever copies them wipes the copy.
    QByteArrayView reveal() const { return {m_bytes.get(), m_size}; }

private:
    explicit Secret(QByteArrayView bytes);
    void clear();

    std::unique_ptr<char[]> m_bytes;
    qsizetype m_size = 0;
};

} // namespace rayhelm
