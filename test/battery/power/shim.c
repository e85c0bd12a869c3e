// Logs, in one order, what a process does to the files of one folder, and each answer 204 before it leaves: what a
// disk got, what it was asked to make sure of, and what was promised by then. disk.ts reads it; see there for the format.
// Preloaded by LD_PRELOAD; RIPEN_SHIM_FOLDER is the folder, RIPEN_SHIM_LOG the file that is appended to.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))real(#name))
#define MOST 65536

struct record { uint32_t op, pid, thread, file; uint64_t length, offset; };

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static char folder[4096];
static size_t folder_length;
static int log_file = -1;
static uint32_t opened, files[MOST];

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static void note(uint8_t op, uint32_t file, uint64_t offset, const void *data, size_t length) {
  struct record head = { op, (uint32_t)getpid(), (uint32_t)gettid(), file, length, offset };
  struct iovec parts[2] = { { &head, sizeof head }, { (void *)data, length } };
  if (REAL(writev)(log_file, parts, 2) != (ssize_t)(sizeof head + length)) abort();
}

__attribute__((constructor)) static void begin(void) {
  const char *in = getenv("RIPEN_SHIM_FOLDER"), *to = getenv("RIPEN_SHIM_LOG");
  if (!in || !to) return;
  strncpy(folder, in, sizeof folder - 1);
  folder_length = strlen(folder);
  log_file = REAL(open)(to, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (log_file >= 0) note('P', 0, 0, "", 0);
}

// libuv closes by a system call of its own, after which the number may be that of a socket.
static uint32_t file_of(int fd) {
  struct stat status;
  if (fd < 0 || fd >= MOST || log_file < 0 || !files[fd]) return 0;
  if (fstat(fd, &status) != 0 || S_ISSOCK(status.st_mode)) files[fd] = 0;
  return files[fd];
}

// The index of shared memory is made anew after a crash, so nobody cares what becomes of it.
static int watched(const char *path) {
  size_t length = path ? strlen(path) : 0;
  if (log_file < 0 || length < folder_length || strncmp(path, folder, folder_length) != 0) return 0;
  if (path[folder_length] != '/' && path[folder_length] != 0) return 0;
  return !(length > 4 && strcmp(path + length - 4, "-shm") == 0);
}

static int noted_open(int fd, const char *path, int flags) {
  if (fd < 0 || fd >= MOST) return fd;
  pthread_mutex_lock(&order);
  files[fd] = watched(path) ? ++opened : 0;
  if (files[fd]) note('O', files[fd], (flags & O_TRUNC ? 1 : 0) | (flags & O_CREAT ? 2 : 0), path + folder_length, strlen(path + folder_length));
  pthread_mutex_unlock(&order);
  return fd;
}

#define OPEN(name)                                                       \
  int name(const char *path, int flags, ...) {                           \
    va_list rest;                                                        \
    va_start(rest, flags);                                               \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, int) : 0; \
    va_end(rest);                                                        \
    return noted_open(REAL(name)(path, flags, mode), path, flags);       \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  if (fd >= 0 && fd < MOST) files[fd] = 0;
  return REAL(close)(fd);
}

// Before it leaves: a promise is one as soon as it is under way.
static void note_answer(int fd, const void *data, size_t length) {
  static const char stored[] = "HTTP/1.1 204";
  struct sockaddr_storage peer;
  socklen_t size = sizeof peer;
  if (log_file < 0 || length < sizeof stored - 1 || memcmp(data, stored, sizeof stored - 1) != 0) return;
  if (getpeername(fd, (struct sockaddr *)&peer, &size) != 0) return;
  pthread_mutex_lock(&order);
  note('A', 0, ntohs(((struct sockaddr_in *)&peer)->sin_port), "", 0);
  pthread_mutex_unlock(&order);
}

static ssize_t noted_write(int fd, const void *data, off64_t at, ssize_t written) {
  if (written > 0) note('W', file_of(fd), (uint64_t)at, data, (size_t)written);
  return written;
}

ssize_t write(int fd, const void *data, size_t length) {
  if (!file_of(fd)) {
    note_answer(fd, data, length);
    return REAL(write)(fd, data, length);
  }
  pthread_mutex_lock(&order);
  int appends = fcntl(fd, F_GETFL) & O_APPEND;
  off64_t at = lseek64(fd, 0, appends ? SEEK_END : SEEK_CUR);
  ssize_t written = noted_write(fd, data, at, REAL(write)(fd, data, length));
  pthread_mutex_unlock(&order);
  return written;
}

#define PWRITE(name, offset_type)                                                         \
  ssize_t name(int fd, const void *data, size_t length, offset_type at) {                 \
    if (!file_of(fd)) return REAL(name)(fd, data, length, at);                            \
    pthread_mutex_lock(&order);                                                           \
    ssize_t written = noted_write(fd, data, (off64_t)at, REAL(name)(fd, data, length, at)); \
    pthread_mutex_unlock(&order);                                                         \
    return written;                                                                       \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

// Node writes its files one buffer at a time; many at once would go past the log, so they end the test.
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (file_of(fd)) abort();
  if (count > 0) note_answer(fd, parts[0].iov_base, parts[0].iov_len);
  return REAL(writev)(fd, parts, count);
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
  if (message->msg_iovlen > 0) note_answer(fd, message->msg_iov[0].iov_base, message->msg_iov[0].iov_len);
  return REAL(sendmsg)(fd, message, flags);
}

static void note_sync(uint8_t op, int fd) {
  if (!file_of(fd)) return;
  pthread_mutex_lock(&order);
  note(op, file_of(fd), 0, "", 0);
  pthread_mutex_unlock(&order);
}

// What was written before it began is certain when it has returned.
#define SYNC(name)                        \
  int name(int fd) {                      \
    note_sync('B', fd);                   \
    int result = REAL(name)(fd);          \
    if (result == 0) note_sync('S', fd);  \
    return result;                        \
  }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name, offset_type)                                  \
  int name(int fd, offset_type length) {                             \
    pthread_mutex_lock(&order);                                      \
    int result = REAL(name)(fd, length);                             \
    if (result == 0 && file_of(fd)) note('T', file_of(fd), (uint64_t)length, "", 0); \
    pthread_mutex_unlock(&order);                                    \
    return result;                                                   \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int unlink(const char *path) {
  pthread_mutex_lock(&order);
  int result = REAL(unlink)(path);
  if (result == 0 && watched(path)) note('U', 0, 0, path + folder_length, strlen(path + folder_length));
  pthread_mutex_unlock(&order);
  return result;
}

int rename(const char *from, const char *to) {
  pthread_mutex_lock(&order);
  int result = REAL(rename)(from, to);
  if (result == 0 && watched(from) && watched(to)) {
    note('U', 0, 1, from + folder_length, strlen(from + folder_length));
    note('R', 0, 0, to + folder_length, strlen(to + folder_length));
  }
  pthread_mutex_unlock(&order);
  return result;
}
