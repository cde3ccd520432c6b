export interface Sent<T> {
  status: 'taken' | 'refused' | 'unreachable' | 'stopped';
  /** What the service answered to a file it took. */
  answer?: T;
  /** The service's own sentence, where it refused. */
  message?: string;
}

interface Sending {
  /** Begins with /files/. */
  path: string;
  body: Blob;
  mediaType: string;
  onProgress: (percent: number) => void;
}

/** One file to a service. XMLHttpRequest, because fetch does not tell how much has gone up. */
export function sendFile<T>({ path, body, mediaType, onProgress }: Sending): {
  sent: Promise<Sent<T>>;
  stop: () => void;
} {
  const request = new XMLHttpRequest();
  const sent = new Promise<Sent<T>>((resolve) => {
    request.open('POST', path);
    request.setRequestHeader('x-requested-with', 'lienthong');
    request.setRequestHeader('content-type', mediaType);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / total) * 100));
    request.onload = () => {
      const answer = request.response as ({ error?: { message?: string } } & T) | null;
      if (request.status >= 200 && request.status < 300 && answer) resolve({ status: 'taken', answer });
      else resolve({ status: 'refused', message: answer?.error?.message });
    };
    request.onerror = () => resolve({ status: 'unreachable' });
    request.onabort = () => resolve({ status: 'stopped' });
  });
  request.send(body);
  return { sent, stop: () => request.abort() };
}
